/**
 * Stands in for WXT's content script context (`wxt.config.ts`), which announces itself to the page with a
 * message and an event: any site could tell by it who uses Countersign.
 */
export class ContentScriptContext {}
