/// A text that may have runs of several fonts, and how it is to be read aloud, which is no part of it.
struct OpenXMLTexts {
    private(set) var text = ""
    private var isInText = false
    private var reading = 0

    /// All that cells share (ECMA-376 part 1, 18.4).
    static func shared(_ xml: XMLPull, limit: Int) throws(SpreadsheetFault) -> [String] {
        var (all, size, current) = ([String](), 0, OpenXMLTexts())
        while let event = try xml.next() {
            current.note(event)
            guard case .end("si") = event else { continue }
            size += current.text.utf8.count
            guard size <= limit else { throw SpreadsheetFault(.tooLarge, "at most \(limit) bytes of text") }
            all.append(current.whole)
            current = OpenXMLTexts()
        }
        return all
    }

    mutating func note(_ event: XMLPull.Event) {
        switch event {
        case .start(let element) where OpenXML.isMain(element):
            if element.name == "rPh" { reading += 1 }
            isInText = element.name == "t"
        case .end(let name):
            if name == "rPh" { reading -= 1 }
            isInText = false
        case .text(let piece): if isInText, reading == 0 { text += piece }
        case .start: break
        }
    }

    /// Characters that XML cannot hold are written _x000D_, and an underscore before such a word _x005F_.
    var whole: String {
        guard text.contains("_x") else { return text }
        var (result, rest) = ("", text[...])
        while let start = rest.firstRange(of: "_x") {
            result += rest[..<start.lowerBound]
            let code = rest[start.upperBound...].prefix(4)
            let end = rest.index(start.upperBound, offsetBy: 4, limitedBy: rest.endIndex)
            if code.count == 4, let end, end < rest.endIndex, rest[end] == "_", let value = UInt32(code, radix: 16),
                let scalar = Unicode.Scalar(value)
            {
                result.unicodeScalars.append(scalar)
                rest = rest[rest.index(after: end)...]
            } else {
                result += rest[start]
                rest = rest[start.upperBound...]
            }
        }
        return result + rest
    }
}
