/// A cell and where it begins, counted from 0 in the rows that are set together.
struct PlacedCell {
    let cell: TableCell
    let row: Int
    let column: Int
}
