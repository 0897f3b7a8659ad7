import { parseArgs } from 'node:util'
import { addPerson } from '#app/admin/add-person.server.ts'
import { newPersonForm } from '#app/admin/person-form.ts'
import { newPassword } from '#app/admin/new-password.server.ts'
import { BadEnvironment, readEnv } from '#app/http/env.ts'
import { isExpected } from '#app/http/errors.ts'
import { openDatabase, withDatabase } from './database.ts'
import { orExplain } from './or-explain.ts'
import { ask, askSecret, readAll } from './prompt.ts'

const shortest = 12

/**
 * `npm run admin:create -- [--email E] [--name N] [--password-stdin]`: makes an administrator. What is not given is
 * asked; without a terminal to ask on, or with an empty answer, a password is made and printed once.
 */
await orExplain(async () => {
  const { values } = parseArgs({ options: { email: { type: 'string' }, name: { type: 'string' }, 'password-stdin': { type: 'boolean' } } })
  const email = values.email ?? (await ask('E-mail: '))
  const name = values.name ?? (await ask('Name: '))
  const read = newPersonForm.safeParse({ email, name, locale: 'vi', role: 'admin' })
  if (!read.success) throw new BadEnvironment(`Not accepted: ${read.error.issues.map((issue) => `${issue.path.join('.')} (${issue.message})`).join(', ')}`)
  const given = values['password-stdin'] ? (await readAll()).replace(/\r?\n$/, '') : await askSecret('Password (empty: one is made for you): ')
  if (given && [...given].length < shortest) throw new BadEnvironment(`A password needs at least ${shortest} characters.`)

  const password = given || newPassword()
  const database = await openDatabase(readEnv(), console.error)
  try {
    await withDatabase(database.url, (db) => addPerson(db, null, read.data, password))
  } catch (error) {
    if (isExpected(error) && error.status === 422) throw new BadEnvironment(`Somebody with the e-mail ${read.data.email} exists already; nothing was changed.`)
    throw error
  } finally {
    await database.stop()
  }
  console.log(`Administrator ${read.data.email} can sign in now.`)
  if (!given) console.log(`Password, shown this once: ${password}`)
})
