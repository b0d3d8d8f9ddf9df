import { nextTick } from 'vue'
import {
  createRouter,
  createWebHashHistory,
  START_LOCATION,
  type RouteRecordRaw,
  type Router,
  type RouterHistory,
} from 'vue-router'
import PortfolioPage from '../modules/portfolio/PortfolioPage.vue'
import { isMetricId } from './metric-order'

/**
 * The screens. The address lives behind the # of the one page, so a reload after a crash comes back
 * to the same screen and the protocol handler has one document to serve.
 */
export function createScreens(history: RouterHistory = createWebHashHistory()): Router {
  const partner = '/partner/:profileId(\\d+)'
  const router = createRouter({
    history,
    routes: [
      { path: '/', name: 'portfolio', component: PortfolioPage },
      {
        path: `${partner}/overview`,
        name: 'overview',
        component: () => import('../modules/partner/OverviewPage.vue'),
        props: profileOf,
      },
      {
        path: `${partner}/metrics/:metricId`,
        name: 'metric',
        component: () => import('../modules/metrics/MetricPage.vue'),
        props: (route) => ({ ...profileOf(route), metricId: route.params['metricId'] }),
        beforeEnter: (route) =>
          isMetricId(route.params['metricId']) || {
            name: 'overview',
            params: { profileId: route.params['profileId'] },
          },
      },
      {
        path: `${partner}/history`,
        name: 'history',
        component: () => import('../modules/history/HistoryPage.vue'),
        props: profileOf,
      },
      {
        path: `${partner}/plan`,
        name: 'plan',
        component: () => import('../modules/plan/PlanPage.vue'),
        props: profileOf,
      },
      {
        path: `${partner}/scenarios`,
        name: 'scenarios',
        component: () => import('../modules/scenarios/ScenariosPage.vue'),
        props: profileOf,
      },
      ...dataScreens(partner),
      {
        path: `${partner}/import`,
        name: 'import',
        component: () => import('../modules/imports/ImportPage.vue'),
        props: profileOf,
      },
      {
        path: `${partner}/imports`,
        name: 'imports',
        component: () => import('../modules/imports/ImportsPage.vue'),
        props: profileOf,
      },
      {
        path: `${partner}/report`,
        name: 'report',
        component: () => import('../modules/reports/ReportPage.vue'),
        props: profileOf,
      },
      {
        path: '/rules',
        name: 'rules',
        component: () => import('../modules/rules/RulesPage.vue'),
      },
      {
        path: '/settings',
        name: 'settings',
        component: () => import('../modules/settings/SettingsPage.vue'),
      },
      {
        path: '/help/:chapterId?',
        name: 'help',
        component: () => import('../modules/help/HelpPage.vue'),
        props: ({ params, query }) => ({
          chapterId: params['chapterId'] || undefined,
          screen: query['screen'],
        }),
      },
      { path: '/:unknown(.*)*', redirect: '/' },
    ],
  })
  router.afterEach(async (_to, from) => {
    if (from === START_LOCATION) return
    await nextTick()
    focusHeading()
  })
  return router
}

/** The tables of what was imported; they take all the room of the window. */
function dataScreens(partner: string): RouteRecordRaw[] {
  const screen = (name: string, component: () => Promise<unknown>): RouteRecordRaw => ({
    path: `${partner}/data/${name}`,
    name: `data-${name}`,
    component,
    props: profileOf,
    meta: { fill: true },
  })
  return [
    screen('customers', () => import('../modules/data/CustomersPage.vue')),
    screen('people', () => import('../modules/data/PeoplePage.vue')),
    screen('azure', () => import('../modules/data/AzureUsagePage.vue')),
    screen('m365', () => import('../modules/data/SeatUsagePage.vue')),
  ]
}

function profileOf(route: { readonly params: Record<string, string | string[]> }) {
  return { profileId: Number(route.params['profileId']) }
}

/** After a change of screen the heading has the focus: it is read out, and Tab goes on from there. */
function focusHeading(): void {
  const main = document.querySelector('main')
  main?.scrollTo({ top: 0 })
  main?.querySelector('h1')?.focus({ preventScroll: true })
}
