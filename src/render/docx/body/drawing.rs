//! The logo as a picture in a line.

use super::super::LOGO_ID;
use super::super::picture::Logo;
use super::super::xml::Xml;

/// A picture that stands in a line.
pub fn drawn(xml: &mut Xml, logo: &Logo, alternative: &str) {
    const MAIN: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
    const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    const DECORATIVE: &str = "http://schemas.microsoft.com/office/drawing/2017/decorative";
    let (width, height) = (logo.width.to_string(), logo.height.to_string());
    let extent = [("cx", width.as_str()), ("cy", height.as_str())];
    xml.open("w:drawing", &[]);
    let around = ["distT", "distB", "distL", "distR"].map(|side| (side, "0"));
    xml.element("wp:inline", &around, |xml| {
        xml.leaf("wp:extent", &extent);
        let mut names = vec![("id", "1"), ("name", "Logo")];
        if !alternative.is_empty() {
            names.push(("descr", alternative));
        }
        xml.element("wp:docPr", &names, |xml| {
            if alternative.is_empty() {
                xml.element("a:extLst", &[("xmlns:a", MAIN)], |xml| {
                    let uri = [("uri", "{C183D7F6-B498-43B3-948B-1728B52AA6E4}")];
                    xml.element("a:ext", &uri, |xml| {
                        let decorative = [("xmlns:adec", DECORATIVE), ("val", "1")];
                        xml.leaf("adec:decorative", &decorative);
                    });
                });
            }
        });
        xml.element("a:graphic", &[("xmlns:a", MAIN)], |xml| {
            xml.element("a:graphicData", &[("uri", PICTURE)], |xml| {
                xml.element("pic:pic", &[("xmlns:pic", PICTURE)], |xml| {
                    xml.element("pic:nvPicPr", &[], |xml| {
                        xml.leaf("pic:cNvPr", &[("id", "1"), ("name", "Logo")]);
                        xml.leaf("pic:cNvPicPr", &[]);
                    });
                    xml.element("pic:blipFill", &[], |xml| {
                        xml.leaf("a:blip", &[("r:embed", LOGO_ID)]);
                        xml.element("a:stretch", &[], |xml| xml.leaf("a:fillRect", &[]));
                    });
                    xml.element("pic:spPr", &[], |xml| {
                        xml.element("a:xfrm", &[], |xml| {
                            xml.leaf("a:off", &[("x", "0"), ("y", "0")]);
                            xml.leaf("a:ext", &extent);
                        });
                        xml.element("a:prstGeom", &[("prst", "rect")], |xml| {
                            xml.leaf("a:avLst", &[]);
                        });
                    });
                });
            });
        });
    });
    xml.close("w:drawing");
}
