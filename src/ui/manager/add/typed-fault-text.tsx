import type { TypedFault } from './typed-fault.ts';
import type { TypedField } from './typed-request.ts';

interface Props {
  readonly field: TypedField;
  readonly fault: TypedFault | undefined;
}

/** What is wrong with a field, below it. The focus moves to the field, which is described by it. */
export function FaultText({ field, fault }: Props) {
  if (fault?.field !== field) return null;
  return (
    <p class="field-fault" id={`typed-${field}-fault`}>
      {fault.sentence}
    </p>
  );
}

/** Ties a field to what is wrong with it. */
export function faultProps(
  field: TypedField,
  fault: TypedFault | undefined,
): { readonly 'aria-invalid'?: true; readonly 'aria-describedby'?: string } {
  return fault?.field === field
    ? { 'aria-invalid': true, 'aria-describedby': `typed-${field}-fault` }
    : {};
}
