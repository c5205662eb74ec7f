import os from 'node:os'
import path from 'node:path'
import fs from 'node:fs'
import { SMTPServer } from 'smtp-server'
import PostalMime from 'postal-mime'
import { change, migrate, openSqlite } from '../server/database'
import { queueLetter, sendDueLetters, type Letter, type NewLetter } from '../server/letters/letters'
import { listEvents } from '../server/audit/audit'
import { openPost, type Post } from './support/post'
import { openWorld, type World } from './support/world'

let world: World
let post: Post

beforeEach(async () => {
  post = await openPost()
  world = await openWorld({ settings: { SMTP_URL: post.url, MAIL_FROM: 'Countersign <desk@maple.example>' } })
})

afterEach(async () => {
  await world.close()
  await post.close()
})
