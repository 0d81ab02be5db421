import SignedPDF
import Testing

/// Marks in the places that the first signer left for them: each fault alone, in a file that is signed anew throughout.
@Suite struct KeptPlaceTests {
    /// The file signed once, with a place kept, and that place changed by `change` as it is signed.
    private func signing(
        room: PDFRectangle = Trial.seat.rectangle, _ changes: (String, String)...
    ) throws -> Changes {
        var additions = Trial.additions
        additions.reservedFields = [.init(name: "ConDau", page: 0, rectangle: room)]
        let once = try Trial.sign(
            .prepare(Trial.document.get(), additions: additions, plan: Trial.first()), by: Trial.secretary.get())
        var file = try Trial.sign(.prepare(once, plan: Trial.second()), by: Trial.seal.get())
        for (old, new) in changes {
            let place = try #require(file.firstRange(of: old, from: once.count), "\(old)")
            #expect(old.utf8.count == new.utf8.count)
            file.replaceSubrange(place, with: Array(new.utf8))
        }
        return try #require(PDFInspection.inspect(file).signatures.first).changes
    }

    private func fault(_ changes: Changes) -> FieldFault? {
        guard case .forbidden(let list) = changes, list.count == 1, case .badField("ConDau", let fault) = list[0] else {
            return nil
        }
        return fault
    }

    @Test func aMarkInItsPlaceIsPermitted() throws {
        #expect(try signing() == .permitted([.fieldSigned(name: "ConDau")]))
    }

    @Test func aPlaceOfMoreThanASixthOfThePage() throws {
        let room = PDFRectangle(x: 10, y: 300, width: 500, height: 400)
        #expect(try fault(signing(room: room)) == .tooLargeOnPage)
    }

    @Test func aPlaceOverMostOfTheSignersMark() throws {
        let room = PDFRectangle(x: 340, y: 60, width: 150, height: 70)
        #expect(try fault(signing(room: room)) == .hidesSignature)
    }

    /// A seal stands across a part of the signature by custom.
    @Test func aPlaceOverAThirdOfTheSignersMark() throws {
        let room = PDFRectangle(x: 290, y: 60, width: 116, height: 70)
        #expect(try signing(room: room) == .permitted([.fieldSigned(name: "ConDau")]))
    }

    @Test func aMarkLargerThanItsPlace() throws {
        #expect(try fault(signing(("/BBox [0 0 200", "/BBox [0 0 900"))) == .appearanceTooLarge)
    }

    @Test func aMarkWithoutBounds() throws {
        #expect(try fault(signing(("/BBox [", "/BBoy ["))) == .badAppearance)
    }

    /// NoZoom, NoRotate, ToggleNoView: whoever zooms out sees the mark grow over the text.
    @Test(arguments: ["140", "148", "388"]) func aMarkThatLeavesItsPlace(flags: String) throws {
        #expect(try fault(signing(("/F 132", "/F \(flags)"))) == .strangeEntry)
    }

    @Test func aMarkThatIsNotPrintedIsPermitted() throws {
        #expect(try signing(("/F 132", "/F 128")) == .permitted([.fieldSigned(name: "ConDau")]))
    }
}
