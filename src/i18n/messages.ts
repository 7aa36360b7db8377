import type { ChoiceTexts } from './choice-texts.js';
import type { StepTexts } from './step-texts.js';

/** Every word a buyer reads. A language that lacks one does not compile. */
export type Messages = ChoiceTexts & StepTexts;
