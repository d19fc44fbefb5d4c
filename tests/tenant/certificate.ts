import { generate } from 'selfsigned';

/** A key and certificate for the given hosts, made afresh at every start and kept in memory only. */
export async function makeCertificate(hosts: readonly string[]) {
  const made = await generate([{ name: 'commonName', value: 'Countersign pretend tenant' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2, value })) },
    ],
  });
  return { key: made.private, cert: made.cert };
}
