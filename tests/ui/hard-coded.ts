import { type BinaryExpression, type Node, SyntaxKind } from 'typescript/unstable/ast';
import {
  isBinaryExpression,
  isCallExpression,
  isConditionalExpression,
  isIdentifier,
  isJsxAttribute,
  isJsxElement,
  isJsxExpression,
  isJsxFragment,
  isJsxText,
  isNoSubstitutionTemplateLiteral,
  isParenthesizedExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isStringLiteral,
  isTemplateExpression,
} from 'typescript/unstable/ast/is';
import { MESSAGES } from './messages.ts';
import { nodesOf, type Source } from './sources.ts';

/** Attributes, properties and options whose text people read or hear: of elements, of our components, of the browser. */
const READ = new Set([
  ...['title', 'alt', 'label', 'placeholder', 'legend', 'heading', 'summary', 'message', 'action'],
  ...[
    'aria-label',
    'aria-description',
    'aria-roledescription',
    'aria-valuetext',
    'aria-placeholder',
  ],
  ...['ariaLabel', 'ariaDescription', 'ariaValueText', 'textContent', 'innerText'],
]);
/** Functions whose argument people read or hear. */
const SAY = new Set(['say', 'alert', 'confirm', 'prompt', 'createTextNode', 'append', 'prepend']);

/** Options of the browser's functions that it shows: `contextMenus.create({ title })`. */
const SHOWN = new Set(['title', 'placeholder', 'description']);

/** Every text of a file that stands in the interface and is not taken from the messages; their keys are none. */
export function hardCoded({ tree }: Source): readonly string[] {
  return Array.from(nodesOf(tree), textsIn)
    .flat()
    .map((text) => text.trim().replace(/\s+/gu, ' '))
    .filter((text) => /\p{L}/u.test(text) && !Object.hasOwn(MESSAGES, text));
}

function textsIn(node: Node): readonly string[] {
  if (isJsxText(node)) return [node.text];
  if (isJsxElement(node) || isJsxFragment(node)) {
    return node.children.flatMap((child) =>
      isJsxExpression(child) && child.expression ? literalsOf(child.expression) : [],
    );
  }
  if (isJsxAttribute(node)) {
    const { name, initializer } = node;
    if (!READ.has(nameOf(name)) || !initializer) return [];
    return literalsOf(isJsxExpression(initializer) ? initializer.expression : initializer);
  }
  if (isPropertyAssignment(node)) {
    return isIdentifier(node.name) && SHOWN.has(node.name.text) ? literalsOf(node.initializer) : [];
  }
  if (isBinaryExpression(node)) {
    const { left, right } = node;
    return isPropertyAccessExpression(left) && READ.has(nameOf(left.name)) ? literalsOf(right) : [];
  }
  return isCallExpression(node) ? textsSaid(node.expression, node.arguments) : [];
}

function textsSaid(called: Node, args: readonly Node[]): readonly string[] {
  const name = isPropertyAccessExpression(called) ? nameOf(called.name) : nameOf(called);
  const [first, second] = args;
  if (name === 'setAttribute') {
    return first && isStringLiteral(first) && READ.has(first.text) ? literalsOf(second) : [];
  }
  return SAY.has(name) ? literalsOf(first) : [];
}

function nameOf(node: Node): string {
  return isIdentifier(node) ? node.text : '';
}

/** The literal texts that an expression may come to. */
function literalsOf(node: Node | undefined): readonly string[] {
  if (!node) return [];
  if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (isTemplateExpression(node)) {
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  }
  if (isParenthesizedExpression(node)) return literalsOf(node.expression);
  if (isConditionalExpression(node)) {
    return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)];
  }
  return isBinaryExpression(node) ? operandsOf(node).flatMap(literalsOf) : [];
}

/** Of those that a text may come from; a comparison gives none. */
function operandsOf({ left, operatorToken, right }: BinaryExpression): readonly Node[] {
  switch (operatorToken.kind) {
    case SyntaxKind.AmpersandAmpersandToken:
      return [right];
    case SyntaxKind.BarBarToken:
    case SyntaxKind.QuestionQuestionToken:
    case SyntaxKind.PlusToken:
      return [left, right];
    default:
      return [];
  }
}
