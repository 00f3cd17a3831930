extension TaggerTrainer {
  /// No model can learn more labels than this.
  public static var mostLabels: Int { TagSet.mostLabels }
}
