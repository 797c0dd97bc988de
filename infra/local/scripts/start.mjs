// `npm start`: what must happen before there is anything installed or built, then the launcher, in this same process.
import './check-platform.mjs';

// By `then`: a Node that is too old to read `await` here is to get the sentence above instead of a syntax error.
import('./prepare.mjs').then(({ prepare }) => prepare()).then(() => import('../dist/main.js'));
