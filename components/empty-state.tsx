import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

type EmptyStateProps = { title: string; children: ReactNode; action?: ReactNode; icon?: IconName }

/** What stands in the place of a list that has nothing to show: why, and what one can do about it. */
export function EmptyState({ title, children, action, icon = 'inbox' }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <Icon name={icon} size={40} />
      <h2>{title}</h2>
      <p>{children}</p>
      {action && <div className="empty-state-action">{action}</div>}
    </div>
  )
}
