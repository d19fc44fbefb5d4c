import { argon2id as hashWasmArgon2id } from 'hash-wasm';

/** Imported by name, so that the WebAssembly of hash-wasm's many other functions is left out of the bundle. */
export const argon2id = hashWasmArgon2id;
