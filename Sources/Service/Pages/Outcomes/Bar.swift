import Recognition
import StrictEncoding

/// A count as a bar against the line that it must reach, in thousandths of the bar's full length.
struct Bar {
    static let length = 1_000

    /// How far a label may go to either end before it is cut off.
    private static let margin = 70

    let verdict: RuleVerdict

    private func part(_ count: Int) -> Int {
        guard verdict.baseCount > 0 else { return 0 }
        return min(Self.length, max(0, count) * Self.length / verdict.baseCount)
    }

    /// The verdict as the record has it, with words and lengths.
    var json: JSONValue {
        let line = verdict.needed.map(part)
        return verdict.json
            .adding("holds", .bool(verdict.holds))
            .adding("baseName", verdict.base.text.json)
            .adding("short", verdict.short.map(JSONValue.integer))
            .adding("share", .integer(part(verdict.count)))
            .adding("line", line.map(JSONValue.integer))
            .adding("label", line.map { .integer(min(Self.length - Self.margin, max(Self.margin, $0))) })
    }
}
