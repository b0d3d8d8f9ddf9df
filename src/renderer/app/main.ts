import { createPinia } from 'pinia'
import { createApp } from 'vue'
import '../fonts.css'
import '../tokens.css'
import '../base.css'
import '../ui/menu.css'
import App from './App.vue'
import { createTexts } from './i18n'
import { createScreens } from './router'

createApp(App).use(createPinia()).use(createTexts()).use(createScreens()).mount('#app')
