import '../watch.js';
import './catch.js';
import { done } from './done.js';

/** Milliseconds in which somebody who means to fill would have done so. */
const PATIENCE = 1500;

/** A page whose trick is what it looks like: it only waits. */
addEventListener('load', () => setTimeout(done, PATIENCE));
