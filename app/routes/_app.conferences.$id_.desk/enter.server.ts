import { requireActor } from '#app/access/viewer.server.ts'
import type { ActionFunctionArgs } from '@remix-run/node'
import { deskForms, speakerForm, type DeskForm } from '#app/conferences/desk-forms.ts'
import { conferenceAsked } from '#app/conferences/conference-asked.server.ts'
import { answerInHall, captureComment, promiseInHall } from '#app/conferences/desk.server.ts'
import { changeSpeakers } from '#app/conferences/speakers.server.ts'
import { db } from '#app/http/database.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { submit } from '#app/http/submit.server.ts'

/** The desk's forms as a browser without scripts sends them. The group chosen goes along from page to page. */
export async function enterByForm(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'secretary', 'coordinator')
  const form = await readForm(args.request)
  const conference = await conferenceAsked(db(), args.params.id)
  const chosen = new URL(args.request.url).searchParams.get('group') ?? ''
  const desk = (search: Record<string, string | null>) =>
    `/conferences/${conference.id}/desk?${new URLSearchParams(Object.entries(search).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : [])))}`
  const done = (what: DeskForm, { code }: { code: string }) => desk({ done: what, code, group: chosen })
  switch (form.get('form')) {
    case 'speaker':
      return submit(form, actor, speakerForm, async (tx, input) => (await changeSpeakers(tx, conference.id, input), desk({ group: chosen })))
    case 'answer':
      return submit(form, actor, deskForms.answer, async (tx, input) => done('answer', await answerInHall(tx, conference, input, actor)))
    case 'promise':
      return submit(form, actor, deskForms.promise, async (tx, input) => done('promise', await promiseInHall(tx, conference, input, actor)))
    default:
      return submit(form, actor, deskForms.capture, async (tx, { follow, ...input }) => {
        const { code } = await captureComment(tx, conference, input, actor)
        return desk({ done: 'capture', code, group: input.group, ...(follow !== 'next' && { [follow]: code }) })
      })
  }
}
