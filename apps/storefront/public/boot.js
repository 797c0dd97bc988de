// Runs before the first paint, so that the page never flashes in the wrong light or language.
(() => {
  const root = document.documentElement;
  const stored = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage may be forbidden; the system's preference is used then
    }
  };
  const theme = stored('evenkeel.theme');
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  const locale = stored('evenkeel.locale') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');
  root.lang = locale === 'zh' ? 'zh-CN' : 'en';
})();
