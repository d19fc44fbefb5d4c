import { h } from '../dom.js';

const VERTEX = `attribute vec2 corner; varying vec2 place;
void main() { place = vec2(corner.x, 1.0 - corner.y); gl_Position = vec4(corner * 2.0 - 1.0, 0.0, 1.0); }`;
const FRAGMENT = `precision mediump float; varying vec2 place; uniform sampler2D picture;
void main() { gl_FragColor = texture2D(picture, place); }`;

/**
 * A canvas with the picture drawn by WebGL once, its drawing buffer not preserved: after the frame was
 * shown, the page reads nothing but blank from it. Where the browser has no WebGL the canvas says so.
 *
 * @param {HTMLImageElement} image
 * @param {number} pixels
 */
export function webglCanvas(image, pixels) {
  const canvas = /** @type {HTMLCanvasElement} */ (h('canvas', { width: pixels, height: pixels }));
  const gl = canvas.getContext('webgl', { preserveDrawingBuffer: false });
  if (!gl) {
    canvas.setAttribute('data-webgl', 'missing');
    return canvas;
  }
  const program = gl.createProgram();
  for (const [type, source] of /** @type {const} */ ([
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ])) {
    const shader = gl.createShader(type);
    if (!shader) continue;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  gl.useProgram(program);

  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([0, 0, 1, 0, 0, 1, 1, 1]), gl.STATIC_DRAW);
  const corner = gl.getAttribLocation(program, 'corner');
  gl.enableVertexAttribArray(corner);
  gl.vertexAttribPointer(corner, 2, gl.FLOAT, false, 0, 0);

  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, image);
  for (const [name, value] of /** @type {const} */ ([
    [gl.TEXTURE_MIN_FILTER, gl.NEAREST],
    [gl.TEXTURE_MAG_FILTER, gl.NEAREST],
    [gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE],
    [gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE],
  ])) {
    gl.texParameteri(gl.TEXTURE_2D, name, value);
  }
  gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
  return canvas;
}
