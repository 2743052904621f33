/** How many tasks a page of the list holds; the board shows the first of all. */
export const TASKS_ON_A_PAGE = 50
export const TASKS_ON_A_BOARD = 200
