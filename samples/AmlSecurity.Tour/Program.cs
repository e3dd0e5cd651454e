using System.Text;
using AmlSecurity.Tour;

Console.OutputEncoding = Encoding.UTF8;
return TourProgram.Run(args, Console.Out, Console.Error);
