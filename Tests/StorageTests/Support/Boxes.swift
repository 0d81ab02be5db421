import StrictEncoding

/// `boxes.bin`, read back: the slips of each contest.
func parseBoxes(_ bytes: [UInt8]) throws -> [[[UInt8]]] {
    var reader = ByteReader(bytes, of: "boxes.bin")
    var boxes: [[[UInt8]]] = []
    while reader.remaining > 0 {
        let count: UInt32 = try reader.integer()
        var box: [[UInt8]] = []
        for _ in 0..<count { box.append(try reader.take(473)) }
        boxes.append(box)
    }
    return boxes
}
