/// The files of a record, as the protocol page names them.
public enum RecordFile: String, Sendable, CaseIterable {
    case manifest = "manifest.json"
    case guidance = "guidance.json"
    case attendance = "attendance.json"
    case roll = "roll.jsonl"
    case board = "board.json"
    case boxes = "boxes.bin"
    case seal = "seal.json"
    case found = "found.jsonl"
    case opening = "opening.json"
    case tally = "tally.json"
    case outcomes = "outcomes.json"
    case minutes = "minutes.json"
}
