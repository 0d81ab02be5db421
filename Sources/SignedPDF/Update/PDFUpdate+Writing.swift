import OpenSSLKit

extension PDFUpdate {
    /// The whole file, this update at its end.
    func file() -> [UInt8] {
        var writing = self
        return writing.write()
    }

    private mutating func write() -> [UInt8] {
        var output = structure.bytes
        output.reserveCapacity(output.count + bodies.values.reduce(4096) { $0 + $1.bytes.count + 64 })
        if output.last != 10, output.last != 13 { output.append(10) }
        var entries: [Int: CrossReference] = [:]
        for (number, body) in bodies.sorted(by: { $0.key < $1.key }) {
            entries[number] = .offset(output.count, generation: body.generation)
            output += Array("\(number) \(body.generation) obj\n".utf8) + body.bytes + Array("\nendobj\n".utf8)
        }
        let isStream = structure.revisions.last?.section.isStream ?? false
        let start = output.count
        if isStream { writeStream(entries, to: &output) } else { writeTable(entries, to: &output) }
        output += Array("startxref\n\(start)\n%%EOF\n".utf8)
        return output
    }

    /// A file that had no identifier gets one; one that had keeps its first half, and tells by the second that it
    /// was written again.
    /// - Parameter output: all that comes before it, which the identifier is made from: the same update of the same file
    ///   gives the same bytes, so that a signature made outside fits when the file is prepared again.
    private func nextTrailer(after output: [UInt8]) -> PDFObject.Dictionary {
        var next = trailer.filter { ["Root", "Info"].contains($0.key) }
        let digest = (try? SignatureDigest.sha256.hash(output)) ?? []
        let fresh = PDFObject.string(Array(digest.prefix(16)))
        let first = trailer["ID"]?.array?.first { $0.string != nil }
        next["ID"] = .array([first ?? fresh, fresh])
        next["Prev"] = .integer(structure.revisions.last?.section.offset ?? 0)
        next["Size"] = .integer(size)
        return next
    }

    private func writeTable(_ entries: [Int: CrossReference], to output: inout [UInt8]) {
        output += Array("xref\n".utf8)
        for run in Self.runs(entries) {
            output += Array("\(run.lowerBound) \(run.count)\n".utf8)
            for number in run {
                guard case .offset(let offset, let generation) = entries[number] else { continue }
                output += Self.padded(offset, 10) + [32] + Self.padded(generation, 5) + Array(" n \n".utf8)
            }
        }
        output += Array("trailer\n".utf8)
        PDFObject.dictionary(nextTrailer(after: output)).write(to: &output)
        output.append(10)
    }

    /// The stream is an object like the others, and lists itself.
    private mutating func writeStream(_ entries: [Int: CrossReference], to output: inout [UInt8]) {
        let reference = reserve()
        var entries = entries
        entries[reference.number] = .offset(output.count, generation: 0)
        let runs = Self.runs(entries)
        let rows = runs.joined().flatMap { number -> [UInt8] in
            guard case .offset(let offset, let generation) = entries[number] else { return [] }
            return [1] + (0..<4).reversed().map { UInt8(offset >> ($0 * 8) & 0xFF) }
                + [UInt8(generation >> 8 & 0xFF), UInt8(generation & 0xFF)]
        }
        var dictionary = nextTrailer(after: output)
        dictionary["Type"] = .name("XRef")
        dictionary["W"] = .array([.integer(1), .integer(4), .integer(2)])
        dictionary["Index"] = .array(runs.flatMap { [.integer($0.lowerBound), .integer($0.count)] })
        dictionary["Length"] = .integer(rows.count)
        output += Array("\(reference.number) 0 obj\n".utf8)
        PDFObject.dictionary(dictionary).write(to: &output)
        output += Array("\nstream\n".utf8) + rows + Array("\nendstream\nendobj\n".utf8)
    }

    /// Numbers that follow each other, together.
    private static func runs(_ entries: [Int: CrossReference]) -> [Range<Int>] {
        entries.keys.sorted().reduce(into: []) { runs, number in
            if let last = runs.last, last.upperBound == number {
                runs[runs.count - 1] = last.lowerBound..<number + 1
            } else {
                runs.append(number..<number + 1)
            }
        }
    }

    private static func padded(_ value: Int, _ width: Int) -> [UInt8] {
        let digits = Array(String(value).utf8)
        return [UInt8](repeating: UInt8(ascii: "0"), count: max(0, width - digits.count)) + digits
    }
}
