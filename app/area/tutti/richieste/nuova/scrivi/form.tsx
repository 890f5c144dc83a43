'use client'

import type { ComponentProps } from 'react'
import { NewRequestForm } from '@/app/area/[profile]/richieste/nuova/form'
import { reviewBulkAction } from './action'

type WriteFormProps = Omit<ComponentProps<typeof NewRequestForm>, 'notice' | 'workers' | 'review' | 'kind'>

/** The form of Nuova richiesta, kept and judged for many. */
export const WriteForm = (form: WriteFormProps) => (
  <NewRequestForm {...form} notice={undefined} workers={undefined} review={reviewBulkAction} kind="entry" />
)
