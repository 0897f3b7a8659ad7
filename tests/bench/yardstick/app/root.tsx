import { Outlet, Scripts } from '@remix-run/react'

export default function Root() {
  return (
    <html lang="vi">
      <head>
        <title>Bare</title>
      </head>
      <body>
        <Outlet />
        <Scripts />
      </body>
    </html>
  )
}
