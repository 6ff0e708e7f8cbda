import { choices, type Options, ranges } from '../options/options.ts';
import { kinds } from './kinds.ts';
import { type MessageKey, message, number } from './messages.ts';

interface Props {
  readonly options: Options;
  readonly onChange: (patch: Partial<Options>) => void;
}

/** Every option, in the order a reader looks for it. */
export function OptionsForm({ options, onChange }: Props) {
  const set =
    <Key extends keyof Options>(key: Key) =>
    (value: Options[Key]) =>
      onChange({ [key]: value });
  const flag = (key: Flag, label: MessageKey) => (
    <Check name={key} label={message(label)} checked={options[key]} onChange={set(key)} />
  );
  return (
    <form class="options" onSubmit={(event) => event.preventDefault()}>
      <fieldset>
        <legend>{message('options.text')}</legend>
        <Choice
          name="theme"
          label={message('options.theme')}
          value={options.theme}
          values={choices.theme}
          text={(theme) => message(`options.themes.${theme}`)}
          onChange={set('theme')}
        />
        <Choice
          name="font"
          label={message('options.font')}
          value={options.font}
          values={choices.font}
          text={(font) => message(`options.fonts.${font}`)}
          onChange={set('font')}
        />
        <Slider
          name="size"
          label={message('options.size')}
          value={options.size}
          unit=" px"
          onChange={set('size')}
        />
        <Slider
          name="lineHeight"
          label={message('options.lineHeight')}
          value={options.lineHeight}
          onChange={set('lineHeight')}
        />
        <Slider
          name="letterSpacing"
          label={message('options.letterSpacing')}
          value={options.letterSpacing}
          unit=" em"
          onChange={set('letterSpacing')}
        />
        <Choice
          name="width"
          label={message('options.width')}
          value={options.width}
          values={choices.width}
          text={(width) => message(`options.widths.${width}`)}
          onChange={set('width')}
        />
        {flag('justify', 'options.justify')}
      </fieldset>
      <fieldset>
        <legend>{message('options.names')}</legend>
        {kinds.map((kind) => flag(kind, `kinds.${kind}`))}
        <Choice
          name="density"
          label={message('options.density')}
          value={options.density}
          values={choices.density}
          text={(density) => message(`options.densities.${density}`)}
          onChange={set('density')}
        />
        {flag('dimOthers', 'options.dimOthers')}
        {flag('printMarks', 'options.printMarks')}
      </fieldset>
      <fieldset>
        <legend>{message('options.pictures')}</legend>
        {flag('popupImages', 'options.popupImages')}
        {flag('readerImages', 'options.readerImages')}
        {flag('links', 'options.links')}
      </fieldset>
    </form>
  );
}

type Flag = { [Key in keyof Options]: Options[Key] extends boolean ? Key : never }[keyof Options];

interface CheckProps {
  readonly name: string;
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function Check({ name, label, checked, onChange }: CheckProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        name={name}
        checked={checked}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />{' '}
      {label}
    </label>
  );
}

interface ChoiceProps<Value extends string> {
  readonly name: string;
  readonly label: string;
  readonly value: Value;
  readonly values: readonly Value[];
  readonly text: (value: Value) => string;
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ name, label, value, values, text, onChange }: ChoiceProps<Value>) {
  return (
    <label class="choice">
      {label}
      <select name={name} onChange={({ currentTarget }) => onChange(currentTarget.value as Value)}>
        {values.map((each) => (
          <option key={each} value={each} selected={each === value}>
            {text(each)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface SliderProps {
  readonly name: keyof typeof ranges;
  readonly label: string;
  readonly value: number;
  readonly unit?: string;
  readonly onChange: (value: number) => void;
}

function Slider({ name, label, value, unit = '', onChange }: SliderProps) {
  return (
    <label class="slider">
      {label} <output>{number(value) + unit}</output>
      <input
        type="range"
        name={name}
        {...ranges[name]}
        value={value}
        onInput={({ currentTarget }) => onChange(Number(currentTarget.value))}
      />
    </label>
  );
}
