using System.Runtime.CompilerServices;

namespace Ita.Reports.Tests;

/// <summary>
/// Compares a text with the file a person has reviewed: <c>{Test class}.{Test}.verified.{extension}</c> beside the test. A different text
/// is written to <c>*.received.*</c>; rename that file to accept it.
/// </summary>
internal static class Golden
{
    public static void Matches(string actual, string extension, [CallerFilePath] string test = "", [CallerMemberName] string name = "") =>
        Is(actual, $"{Path.ChangeExtension(test, null)}.{name}", extension);

    /// <summary>Compares with one of several files of a test: <c>{folder}/{of}.verified.{extension}</c> beside it.</summary>
    public static void MatchesIn(string folder, string of, string actual, string extension, [CallerFilePath] string test = "") =>
        Is(actual, Path.Combine(Path.GetDirectoryName(test)!, folder, of), extension);

    private static void Is(string actual, string path, string extension)
    {
        var verified = $"{path}.verified.{extension}";
        var received = $"{path}.received.{extension}";
        var text = actual.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (File.Exists(verified) && File.ReadAllText(verified) == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail($"{Path.GetFileName(received)} is not what was reviewed. If it is right, rename it to {Path.GetFileName(verified)}.");
    }
}
