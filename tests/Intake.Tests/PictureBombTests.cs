using System.Text;
using Ita.Intake.Pictures;
using Ita.Tests;
using SkiaSharp;

namespace Ita.Intake.Tests;

/// <summary>Pictures that cost much time or memory, or that two programs read differently: refused, or stored as a plain picture.</summary>
public class PictureBombTests
{
    [Theory]
    [InlineData(21, null)]
    [InlineData(22, null)]
    [InlineData(23, PictureFault.TooManyScans)]
    [InlineData(52_870, PictureFault.TooManyScans)]
    public void The_number_of_scans_is_limited(int empty, PictureFault? fault) =>
        Assert.Equal(fault, PictureReader.Read(OddPictures.WithEmptyScans(empty)).Fault);

    [Fact]
    public void A_JPEG_with_many_scans_and_pixels_is_refused_without_decoding_it() =>
        Assert.Equal(PictureFault.TooManyScans, PictureReader.Read(OddPictures.WithEmptyScans(50_000, 6000, 4000)).Fault);

    [Fact]
    public void A_stored_JPEG_has_as_few_scans_as_a_new_one()
    {
        var stored = Taken(OddPictures.WithEmptyScans(22));

        Assert.Equal(Scans(Taken(PictureFiles.Jpeg).Bytes), Scans(stored.Bytes));
    }

    [Theory]
    [InlineData(64, 48)]
    [InlineData(32, 24)]
    [InlineData(60_000, 60_000)]
    public void A_second_frame_is_refused(ushort width, ushort height) =>
        Assert.Equal(PictureFault.Broken, PictureReader.Read(OddPictures.WithSecondFrame(width, height)).Fault);

    [Theory]
    [InlineData(60_000, 60_000)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(24_000_001, 1)]
    public void A_PNG_that_claims_huge_dimensions_is_refused_without_decoding_it(int width, int height) =>
        Assert.Equal(PictureFault.TooManyPixels, PictureReader.Read(OddPictures.Png(width, height, data: [0])).Fault);

    [Theory]
    [InlineData("iCCP")]
    [InlineData("zTXt")]
    [InlineData("iTXt")]
    public void A_compressed_chunk_that_would_fill_the_memory_is_not_read(string type)
    {
        var picture = Taken(OddPictures.Png(30, 20, chunks: OddPictures.CompressedChunk(type, 200_000_000)));

        Assert.DoesNotContain(type, Encoding.Latin1.GetString(picture.Bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sPLT")]
    [InlineData("gAMA")]
    [InlineData("xxXx")]
    public void Many_chunks_are_not_stored(string type)
    {
        byte[] chunks = [.. Enumerable.Repeat(PictureFiles.Chunk(type, [0, 0, 0xb1, 0x8f]), 50_000).SelectMany(bytes => bytes)];

        Assert.InRange(Taken(OddPictures.Png(30, 20, chunks: chunks)).Bytes.Length, 1, 1000);
    }

    [Fact]
    public void A_PNG_with_more_image_data_than_pixels_is_stored_without_them() =>
        Assert.InRange(Taken(OddPictures.Png(30, 20, data: new byte[50_000_000])).Bytes.Length, 1, 1000);

    [Theory]
    [InlineData(2)]
    [InlineData(5_000)]
    public void Of_an_animation_the_still_picture_is_stored(int frames)
    {
        var kept = Encoding.Latin1.GetString(Taken(OddPictures.Png(30, 20, chunks: OddPictures.Animation(frames))).Bytes);

        Assert.DoesNotContain("acTL", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("fcTL", kept, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_a_page_or_a_program_too_is_stored_as_a_picture_only()
    {
        byte[] page = [.. "<html><script>alert(1)</script>PK\u0003\u0004"u8];
        byte[][] files =
        [
            [.. PictureFiles.Jpeg, .. page],
            [.. PictureFiles.Jpeg[..2], .. PictureFiles.Segment(0xfe, page), .. PictureFiles.Jpeg[2..]],
            [.. OddPictures.Png(30, 20, chunks: PictureFiles.Chunk("tEXt", page)), .. page],
        ];

        Assert.All(files, file => Assert.DoesNotContain("<html", Encoding.Latin1.GetString(Taken(file).Bytes), StringComparison.Ordinal));
    }

    [Fact]
    public void A_JPEG_in_printing_inks_is_stored_in_the_colours_of_a_screen()
    {
        var picture = Taken(OddPictures.CmykJpeg);

        using var codec = SKCodec.Create(new MemoryStream(picture.Bytes));
        using var bitmap = SKBitmap.Decode(picture.Bytes);
        Assert.Equal(("image/jpeg", 16, 12), (picture.ContentType, bitmap.Width, bitmap.Height));
        Assert.InRange(bitmap.GetPixel(13, 9).Red, 180, 255);
    }

    [Fact]
    public void A_PNG_of_sixteen_bits_is_stored_with_eight()
    {
        var picture = Taken(OddPictures.DeepPng);

        Assert.Equal(("image/png", 5, 4, 8), (picture.ContentType, picture.Width, picture.Height, picture.Bytes[24]));
    }

    [Fact]
    public void A_PNG_that_would_be_too_large_is_stored_as_a_JPEG_on_white()
    {
        var random = new Random(7);
        var data = new byte[1400 * 1401];
        random.NextBytes(data);
        for (var row = 0; row < 1400; row++)
        {
            data[row * 1401] = 0;
        }

        var picture = Taken(OddPictures.Png(1400, 1400, data: data, chunks: []));

        Assert.InRange(picture.Bytes.Length, 1, PictureReader.MostBytes);
    }

    [Fact]
    public void Random_changes_never_crash_the_decoder()
    {
        var random = new Random(11);
        foreach (var whole in new[] { PictureFiles.Jpeg, OddPictures.ProgressiveJpeg, OddPictures.CmykJpeg, OddPictures.Png(30, 20) })
        {
            for (var round = 0; round < 200; round++)
            {
                var changed = whole.ToArray();
                for (var change = 0; change < 3; change++)
                {
                    changed[random.Next(2, changed.Length)] = (byte)random.Next(256);
                }

                var (picture, fault) = PictureReader.Read(changed);
                Assert.True(picture is null != fault is null);
            }
        }
    }

    private static int Scans(byte[] jpeg) => jpeg.Zip(jpeg.Skip(1)).Count(pair => pair is (0xff, 0xda));

    private static Picture Taken(byte[] file) =>
        PictureReader.Read(file).Picture ?? throw new InvalidOperationException($"{PictureReader.Read(file).Fault}");
}
