import { create } from 'qrcode';

/** The modules of a code, dark or light, row by row. */
export function modulesOf(text: string): boolean[][] {
  const { modules } = create(text, {});
  const { size, data } = modules;
  return Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_, x) => data[y * size + x] === 1),
  );
}

export const SETUP_CODE = modulesOf(
  'otpauth://totp/Contoso:alex%40contoso.example?secret=JBSWY3DPEHPK3PXP&issuer=Contoso',
);
