/** The head of a PNG of 1500 × 750 pixels: signature, length and name of IHDR, width, height. */
const HEAD = Buffer.from('89504e470d0a1a0a0000000d49484452000005dc000002ee', 'hex');

export const PNG = `data:image/png;base64,${HEAD.toString('base64')}AAAA`;
