import StrictEncoding
import Typesetting

/// A QR code as one SVG path, a unit a module: always black on white, with its quiet zone.
struct QRPicture {
    private let matrix: QRMatrix

    /// - Throws: `TypesettingError` for a text that no QR code holds.
    init(_ text: String) throws(TypesettingError) { matrix = try QRMatrix(text) }

    /// The side, with the quiet zone.
    var side: Int { matrix.size + 2 * QRMatrix.quietZone }

    /// The dark modules, a rectangle for each run in a row.
    var path: String {
        (0..<matrix.size).map { row in
            runs(in: row).map { run in
                "M\(run.lowerBound + QRMatrix.quietZone) \(row + QRMatrix.quietZone)h\(run.count)v1h-\(run.count)z"
            }.joined()
        }.joined()
    }

    private func runs(in row: Int) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for column in 0..<matrix.size where matrix.isDark(row: row, column: column) {
            if let last = runs.last, last.upperBound == column {
                runs[runs.count - 1] = last.lowerBound..<column + 1
            } else {
                runs.append(column..<column + 1)
            }
        }
        return runs
    }

    var json: JSONValue { ["side": .integer(side), "path": .string(path)] }
}
