import {
  Copy,
  EllipsisVertical,
  Eye,
  EyeOff,
  Lock,
  Pencil,
  Pin,
  Plus,
  QrCode,
  Search,
  Settings,
  Trash2,
} from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Said, Warning } from '../notice.tsx';
import { AccountIcon } from './account-icon.tsx';
import { Code } from './code.tsx';
import { Countdown } from './countdown.tsx';
import { Dialog } from './dialog.tsx';
import { IconButton } from './icon-button.tsx';
import { Menu } from './menu.tsx';
import { Progress } from './progress.tsx';
import { Segmented } from './segmented.tsx';
import { Toast } from './toast.tsx';
import './kit-page.css';

/** Names enough for every tile, and some that a careless tile would stumble over. */
const NAMES = [
  'Contoso',
  'Fabrikam',
  'Northwind',
  'GitHub',
  'Ärztekammer',
  'élan',
  '東京ガス',
  'بنك',
  '🚀 Rocket',
  'dropbox',
  'Woodgrove Bank',
  'Litware',
  'Adatum',
  'Tailspin',
  'Proseware',
  '',
];

const PERIOD_MS = 30_000;

/** All of the kit in all of its states: `manager.html#kit`, in development builds alone. */
export function KitPage() {
  const [isHidden, setHidden] = useState(false);
  const [view, setView] = useState('cards');
  const [isAsking, setAsking] = useState(false);
  const [loadedAt] = useState(() => Date.now());
  const nothing = () => undefined;
  return (
    <main class="kit">
      <h1>Kit</h1>

      <Part title="Buttons">
        <div class="actions">
          <button type="button">Ordinary</button>
          <button type="button" class="primary">
            <Plus /> Primary
          </button>
          <button type="button" class="quiet">
            Quiet
          </button>
          <button type="button" class="danger">
            Danger
          </button>
          <a class="button" href="#kit">
            A way elsewhere
          </a>
        </div>
        <div class="actions">
          <button type="button" disabled>
            Ordinary
          </button>
          <button type="button" class="primary" aria-disabled="true">
            Primary
          </button>
          <button type="button" class="quiet" disabled>
            Quiet
          </button>
          <button type="button" class="danger" disabled>
            Danger
          </button>
          <button type="button" aria-pressed="true">
            Pressed
          </button>
        </div>
        <div class="actions">
          <IconButton label="Scan" icon={QrCode} onClick={nothing} />
          <IconButton label="Lock" icon={Lock} onClick={nothing} />
          <IconButton label="Settings" icon={Settings} disabled onClick={nothing} />
          <IconButton
            label="Hide codes"
            icon={isHidden ? EyeOff : Eye}
            pressed={isHidden}
            onClick={() => setHidden(!isHidden)}
          />
          <Menu
            label="More"
            icon={EllipsisVertical}
            items={[
              { id: 'copy', label: 'Copy the code', icon: Copy, onSelect: nothing },
              { id: 'pin', label: 'Pin', icon: Pin, onSelect: nothing },
              { id: 'edit', label: 'Edit', icon: Pencil, onSelect: () => setAsking(true) },
              {
                id: 'bin',
                label: 'Move to the recycle bin',
                icon: Trash2,
                danger: true,
                onSelect: nothing,
              },
            ]}
          />
        </div>
      </Part>

      <Part title="Fields">
        <div class="kit-grid">
          <label class="field">
            Issuer
            <input type="text" value="Contoso" />
          </label>
          <label class="field">
            Search
            <input type="search" placeholder="Search accounts" />
          </label>
          <label class="field">
            Key
            <input type="text" aria-invalid="true" value="0189" />
          </label>
          <label class="field">
            Disabled
            <input type="text" disabled value="Not now" />
          </label>
          <label class="field">
            Lock after
            <select>
              <option>5 minutes</option>
              <option>1 hour</option>
            </select>
          </label>
          <label class="field">
            Text
            <textarea rows={2} />
          </label>
        </div>
        <div class="actions">
          <label class="actions">
            <input type="checkbox" checked /> Chosen
          </label>
          <label class="actions">
            <input type="checkbox" /> Not chosen
          </label>
          <label class="actions">
            <input type="radio" name="kit-radio" checked /> One
          </label>
          <label class="actions">
            <input type="radio" name="kit-radio" /> Other
          </label>
        </div>
        <Segmented
          label="View"
          value={view}
          options={[
            { value: 'cards', label: 'Cards' },
            { value: 'table', label: 'Table' },
            { value: 'none', label: 'Neither of them' },
          ]}
          onChange={setView}
        />
      </Part>

      <Part title="Codes">
        <ul class="kit-rows">
          {[29, 17, 8, 5, 2].map((left, index) => (
            <li key={left}>
              <AccountIcon account={{ issuer: NAMES[index] ?? '', account: 'ada@example.com' }} />
              <span class="kit-name">
                {NAMES[index]}
                <span class="quiet-text small">ada@example.com</span>
              </span>
              <span class="kit-code">
                <Code
                  code={['123456', '1234567', '12345678', 'RT4M2', '000000'][index]}
                  hidden={isHidden}
                />
              </span>
              <Countdown periodMs={PERIOD_MS} changesAt={loadedAt + left * 1000} />
            </li>
          ))}
          <li>
            <AccountIcon account={{ issuer: 'A counter', account: '' }} />
            <span class="kit-name">A counter</span>
            <span class="kit-code">
              <Code code={undefined} />
            </span>
            <button type="button">Next code</button>
          </li>
        </ul>
      </Part>

      <Part title="Tiles">
        <div class="actions">
          {NAMES.map((issuer) => (
            <AccountIcon key={issuer} account={{ issuer, account: '' }} size={40} />
          ))}
        </div>
        <div class="actions">
          {Array.from({ length: 12 }, (_, index) => (
            <span
              key={`tile-${index + 1}`}
              class="account-icon"
              style={{ '--side': '2.5rem', '--tile': `var(--tile-${index + 1})` }}
            >
              {index + 1}
            </span>
          ))}
        </div>
      </Part>

      <Part title="Notices">
        <section class="notice stack">
          <h2>Sign in at contoso.example</h2>
          <p>
            The page wants a code. <a href="#kit">Why</a>
          </p>
          <div class="actions">
            <button type="button" class="primary">
              Fill
            </button>
            <button type="button">Another account</button>
            <span class="caution-mark">Not verified</span>
          </div>
        </section>
        <Warning>The clock of this computer seems to be wrong: codes may be refused.</Warning>
        <Said>Copied: ada@example.com</Said>
      </Part>

      <Part title="Progress">
        <Progress
          label="Importing 412 of 1,000 accounts"
          value={412}
          max={1000}
          onCancel={nothing}
        />
        <Progress label="Opening the vault" />
        <Progress label="Scanning the page" onCancel={nothing} />
      </Part>

      <Part title="Dialog">
        <div class="actions">
          <button type="button" id="kit-dialog" onClick={() => setAsking(true)}>
            Dialog
          </button>
        </div>
      </Part>

      <Part title="Type">
        <p style={{ fontSize: 'var(--size-code)' }} class="kit-code">
          <Code code="482913" />
        </p>
        <h1>Title</h1>
        <p style={{ fontSize: 'var(--size-large)' }}>Large text</p>
        <p>
          Body text, with a <a href="#kit">way to elsewhere</a>, as it stands in a sentence.
        </p>
        <p class="small quiet-text">Small and quiet</p>
        <p>
          <Search /> An icon in a line
        </p>
      </Part>

      {isAsking && (
        <Dialog title="Remove Contoso?" onClose={() => setAsking(false)}>
          <p>Its codes end here. What it protects stays as it is: first turn it off there.</p>
          <div class="actions">
            <button type="button" onClick={() => setAsking(false)}>
              Cancel
            </button>
            <button type="button" class="danger" onClick={() => setAsking(false)}>
              Remove
            </button>
          </div>
        </Dialog>
      )}
      <Toast said="" undo={{ label: 'Undo: deleted 3 accounts', onUndo: nothing }} />
    </main>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="stack">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
