/// The border round a signature's visible mark, whose colour the text takes too.
public struct MarkBorder: Sendable, Hashable {
    /// In points.
    public var thickness: Double

    /// Each from 0 to 1.
    public var red: Double
    public var green: Double
    public var blue: Double

    /// Black, where nothing else is said.
    public init(thickness: Double = 0.75, red: Double = 0, green: Double = 0, blue: Double = 0) {
        self.thickness = thickness
        self.red = red
        self.green = green
        self.blue = blue
    }
}
