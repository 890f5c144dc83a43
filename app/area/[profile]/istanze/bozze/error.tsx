'use client'

// While one writes, the page that broke is the form: the general words, not those of the list around it.
export { default } from '@/app/error'
