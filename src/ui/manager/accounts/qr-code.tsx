import type { QrPath } from './qr-path.ts';

/** A QR code, black on white in every colour scheme, since some readers know no other. */
export function QrCode({ qr, name }: { qr: QrPath; name: string }) {
  return (
    <svg class="qr-code" role="img" aria-label={name} viewBox={`0 0 ${qr.size} ${qr.size}`}>
      <path d={qr.path} />
    </svg>
  );
}
