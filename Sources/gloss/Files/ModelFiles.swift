import Annotations
import ArgumentParser
import Glibc
import TextAnalysis

/// Reads files of trained models.
enum ModelFiles {
  /// Why a file gives no model.
  struct Failure: Error {
    /// What is wrong with which file, for people.
    let message: String
    /// How a command ends that needs it.
    let exit: ExitCode
  }

  /// The model in the file at `path`, or in standard input for `-`.
  static func read(_ path: String, _ environment: Environment) throws(Failure) -> TaggerModel {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes =
        path == "-"
        ? try FileAccess.read(STDIN_FILENO, "standard input") : try FileAccess.read(environment.expanded(path))
    } catch {
      throw Failure(message: "\(path): \(error.reason)", exit: Exit.noInput)
    }
    do throws(ModelError) {
      return try TaggerModel(bytes: bytes)
    } catch {
      throw Failure(message: "\(path): \(error)", exit: Exit.data)
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
