/// The tags (X.690 section 8) that token keys are made of.
enum DERTag: UInt8 {
    case integer = 0x02
    case bitString = 0x03
    case sequence = 0x30
}
