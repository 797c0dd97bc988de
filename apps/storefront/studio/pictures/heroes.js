/** The bench at the top of the home page. */
export const heroes = {
  'hero-day': {
    hero: { width: 1600, height: 790, evening: false },
    alt: {
      en: 'A table lamp, a teapot, cups and notebooks on one level oak bench',
      zh: '台灯、茶壶、杯子与笔记本，摆在一条水平的橡木长凳上',
    },
  },
  'hero-eve': {
    hero: { width: 1600, height: 790, evening: true },
    alt: { en: 'The same bench in the evening, its lamp lit', zh: '同一条长凳的夜晚，台灯亮着' },
  },
  'hero-day-m': {
    hero: { width: 780, height: 780, phone: true, evening: false },
    alt: {
      en: 'A table lamp, a cup and a teapot on a level oak bench',
      zh: '台灯、杯子与茶壶，摆在一条水平的橡木长凳上',
    },
  },
  'hero-eve-m': {
    hero: { width: 780, height: 780, phone: true, evening: true },
    alt: {
      en: 'The lamp lit in the evening, a cup and a teapot beside it',
      zh: '夜晚点亮的台灯，旁边是杯子与茶壶',
    },
  },
};
