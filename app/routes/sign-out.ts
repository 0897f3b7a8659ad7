import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { endSession } from '#app/access/lucia.server.ts'
import { db } from '#app/http/database.server.ts'

export const loader = () => redirect('/')

export async function action({ request }: ActionFunctionArgs) {
  const cookie = await endSession(db(), request.headers.get('Cookie'))
  return redirect('/sign-in', { status: 303, headers: { 'Set-Cookie': cookie } })
}
