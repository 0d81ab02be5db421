import AsyncHTTPClient
import Crypto
import ArgumentParser
@main struct P { static func main() { print(1) } }
