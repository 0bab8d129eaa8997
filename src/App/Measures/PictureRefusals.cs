using Ita.Intake.Pictures;

namespace Ita.App.Measures;

/// <summary>The refusals of pictures that cannot be read.</summary>
internal static class PictureRefusals
{
    public static Refusal TooLarge(int limit) => Refusal.TooLarge("picture-too-large", ("limit", Number(limit)));

    public static Refusal Describe(PictureFault fault) => fault switch
    {
        PictureFault.UnknownFormat => Refusal.Create(RefusalKind.UnsupportedFormat, "picture-unknown"),
        PictureFault.TooManyPixels => Refusal.Invalid("picture-pixels", ("limit", Number(PictureReader.MostPixels))),
        PictureFault.TooManyScans => Refusal.Invalid("picture-scans", ("limit", Number(PictureReader.MostScans))),
        PictureFault.TooSlow => Refusal.Invalid("picture-slow"),
        PictureFault.DrawingRefused => Refusal.Invalid("emblem-svg"),
        _ => Refusal.Invalid("picture-broken"),
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
