import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { rows } from '../rows.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  return { rows: [...(await rows(Number(new URL(request.url).searchParams.get('rows') ?? 25)))] }
}

export default function Rows() {
  const data = useLoaderData<typeof loader>()
  return (
    <table>
      <tbody>
        {data.rows.map((row) => (
          <tr key={row.id}>
            <td><a href={`/issues/${row.code}`}>{row.code}</a></td>
            <td>{row.text}</td>
            <td>{row.lead_unit}</td>
            <td>{String(row.due_on)}</td>
            <td><span>{row.state}</span></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
