import Annotations
import Glibc
import TextAnalysis

/// Reads files of trained models.
enum ModelFiles {
  /// The model in the file at `path`.
  ///
  /// - Throws: An exit code, when there is none; it has been complained of.
  static func read(_ path: String, _ environment: Environment) throws -> TaggerModel {
    let bytes = try AnnotatedSetFiles.bytes(path, environment)
    do throws(ModelError) {
      return try TaggerModel(bytes: bytes)
    } catch {
      Exit.complain("\(path): \(error)")
      throw Exit.data
    }
  }

  /// Makes sure before hours of work that a model can be written to `path`, and that nothing else is lost by it.
  ///
  /// - Throws: An exit code, when that is not so; it has been complained of.
  static func checkOutput(_ path: String, named name: String) throws {
    let folder = ArticlePath(FileAccess.resolved(path)).folder
    guard FileAccess.isWritableFolder(folder) else {
      Exit.complain(
        "\(name): \(FileAccess.exists(folder) ? "no file can be made in \(folder)" : "there is no folder \(folder)")")
      throw Exit.cantCreate
    }
    guard FileAccess.exists(path) else { return }
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try FileAccess.read(path)
    } catch {
      Exit.complain("\(name): \(error.reason)")
      throw Exit.cantCreate
    }
    // An empty file, as mktemp makes it, holds nothing that could be lost; a model that is damaged or of another version
    // may be replaced too.
    guard !bytes.isEmpty else { return }
    do throws(ModelError) {
      _ = try TaggerModel(bytes: bytes)
    } catch {
      guard error == .notAModel else { return }
      Exit.complain("\(name): is there already and is no model; it is left as it is")
      throw Exit.cantCreate
    }
  }
}
