import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { createMemoryHistory } from 'vue-router'
import '../fonts.css'
import '../tokens.css'
import '../base.css'
import '../ui/menu.css'
import { createTexts } from '../app/i18n'
import { createScreens } from '../app/router'
import GalleryPage from './GalleryPage.vue'

/** `npm run gallery`: every building block in every state. Served while developing, never packaged. */
createApp(GalleryPage)
  .use(createPinia())
  .use(createTexts())
  .use(createScreens(createMemoryHistory()))
  .mount('#app')
