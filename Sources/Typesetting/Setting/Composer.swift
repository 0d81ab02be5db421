/// Turns blocks into strips of a given width.
struct Composer {
    let fonts: FontSource

    /// Hands over each strip as soon as it is made, so that a long table is never held whole.
    /// - Parameter width: In points.
    /// - Throws: `TypesettingError`, and what `sink` throws.
    func compose(_ block: Block, width: Double, into sink: (Strip) throws -> Void) throws {
        switch block {
        case .paragraph(let paragraph): try strips(of: paragraph, width: width).forEach(sink)
        case .space(let height): try sink(.space(height.pointsFromMillimetres))
        case .together(let blocks): try together(blocks, width: width).forEach(sink)
        case .table(let table): try TableComposer(table, width: width, composer: self).compose(into: sink)
        case .pageBreak: throw TypesettingError.impossibleLayout("a page break within something else")
        default: try sink(.drawing(drawing(of: block, width: width)))
        }
    }

    func stack(_ blocks: [Block], width: Double) throws -> Stack {
        Stack(try strips(of: blocks, width: width))
    }

    private func strips(of blocks: [Block], width: Double) throws -> [Strip] {
        var strips: [Strip] = []
        for block in blocks { try compose(block, width: width) { strips.append($0) } }
        return strips
    }

    private func together(_ blocks: [Block], width: Double) throws -> [Strip] {
        var strips = try strips(of: blocks, width: width)
        for index in strips.indices.dropLast() { strips[index].allowsBreakAfter = false }
        return strips
    }

    private func drawing(of block: Block, width: Double) throws -> any Drawing {
        switch block {
        case .rule(let rule): RuleDrawing(rule, width: width)
        case .columns(let columns): try self.columns(columns, width: width)
        case .place(let name, let own, let height):
            PlaceDrawing(
                name: name, width: own?.pointsFromMillimetres ?? width, height: height.pointsFromMillimetres)
        case .qr(let code): try QRDrawing(code, width: width)
        case .framed(let blocks, let frame): try framed(blocks, frame, width: width)
        case .box(let box): BoxDrawing(box, width: width)
        default: Stack([])
        }
    }

    private func columns(_ columns: [Column], width: Double) throws -> ColumnsDrawing {
        let widths = try Extent.widths(of: columns.map(\.width), sharing: width)
        let stacks = try zip(columns, widths).map { try stack($0.blocks, width: $1) }
        return ColumnsDrawing(widths: widths, stacks: stacks)
    }

    private func framed(_ blocks: [Block], _ frame: Frame, width: Double) throws -> FrameDrawing {
        let inside = width - 2 * frame.padding.pointsFromMillimetres
        return FrameDrawing(frame, width: width, inside: try stack(blocks, width: inside))
    }
}
