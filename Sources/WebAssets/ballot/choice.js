/** What one slip says, as the byte that is sealed into it. First: "Đạt", or "Đồng ý hủy bỏ". */
export const Choice = Object.freeze({ blank: 0, first: 1, second: 2 });

/** @param {unknown} value */
export const isChoice = (value) => Number.isInteger(value) && value >= Choice.blank && value <= Choice.second;
