import Testing
import Typesetting

@Suite struct FontTests {
    @Test func familyThatIsNotThereIsNamed() {
        let error = #expect(throws: TypesettingError.self) { try Typesetter(family: "No Such Serif") }
        #expect(error == .missingFont(family: "No Such Serif", face: "Regular"))
    }

    @Test func familyWithoutItalicIsRefused() {
        let error = #expect(throws: TypesettingError.self) { try Typesetter(family: "Noto Sans Mono") }
        #expect(error?.description.contains("Noto Sans Mono") == true)
    }

    @Test func familyWithoutTheLanguagesLettersIsRefused() {
        #expect(throws: TypesettingError.missingFont(family: "Liberation Serif", face: "Regular")) {
            try Typesetter(language: "zh-cn")
        }
    }

    @Test func errorNamesThePackage() {
        let error = TypesettingError.missingFont(family: "Liberation Serif", face: "Bold")
        #expect(error.description.contains("Liberation Serif Bold"))
        #expect(error.description.contains("fonts-liberation2"))
    }

    @Test func allFacesAreEmbeddedSubsetsOfTheFamily() throws {
        let runs = [
            Run("Thường "), Run("Đậm ", bold: true), Run("Nghiêng ", italic: true),
            Run("Cả hai", bold: true, italic: true),
        ]
        let fonts = try PDFFile([.paragraph(Paragraph(runs))]).run("pdffonts", "PDF").output
        let lines = fonts.split(separator: "\n").dropFirst(2)
        #expect(lines.allSatisfy { $0.contains(#/^[A-Z]{6}\+LiberationSerif.* yes yes yes /#) })
        for face in ["Serif ", "Serif-Bold ", "Serif-Italic ", "Serif-BoldItalic "] {
            #expect(fonts.contains("Liberation" + face))
        }
    }

    /// Every Vietnamese letter is the family's own: none is borrowed from another font.
    @Test func everyVietnameseLetterIsInTheFamily() throws {
        let letters = (0x1EA0...0x1EF9).compactMap(Unicode.Scalar.init).map(String.init).joined() + "ĂăÂâĐđÊêÔôƠơƯư"
        let fonts = try PDFFile([Samples.line(letters)]).run("pdffonts", "PDF").output
        #expect(fonts.split(separator: "\n").dropFirst(2).allSatisfy { $0.contains("+LiberationSerif ") })
    }
}
