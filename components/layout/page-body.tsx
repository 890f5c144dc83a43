import type { ReactNode } from 'react'
import { Breadcrumb, type Trail } from './breadcrumb'

/** The frame of an inner page: trail on top, the section menu at the side when there is one, then the content. */
export function PageBody({ trail, menu, children }: { trail?: Trail; menu?: ReactNode; children: ReactNode }) {
  return (
    <div className="container page-body">
      {trail && <Breadcrumb trail={trail} />}
      {menu ? (
        <div className="page-columns">
          {menu}
          <div>{children}</div>
        </div>
      ) : (
        children
      )}
    </div>
  )
}
